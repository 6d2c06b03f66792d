package dev.heed.sla.config;

import static dev.heed.sla.config.Examples.calendar;
import static dev.heed.sla.config.Examples.goal;
import static dev.heed.sla.config.Examples.levels;
import static dev.heed.sla.config.Examples.policies;
import static dev.heed.sla.config.Examples.policy;
import static dev.heed.sla.config.Examples.versions;
import static dev.heed.sla.config.Examples.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A document with one mistake: where it is, what is said of it, and whether a schema can see it. */
record BrokenDocument(String json, String path, String said, boolean schema) {
    private static final String GOALS = "\"goals\":{\"firstReply\":{\"within\":\"8h\"}}";
    private static final String OFFICE = "calendars.office";
    private static final String POLICY = "versions[0].policies[0]";
    private static final String GOAL = POLICY + ".goals.firstReply";

    @Override
    public String toString() {
        return path + ": " + said;
    }

    static Stream<BrokenDocument> all() {
        return Stream.of(inTop(), inCalendars(), inDates(), inHolidays(), inVersions(), inPolicies(), inGoals())
                .flatMap(List::stream);
    }

    private static BrokenDocument seen(String json, String path, String said) {
        return new BrokenDocument(json, path, said, true);
    }

    private static BrokenDocument unseen(String json, String path, String said) {
        return new BrokenDocument(json, path, said, false);
    }

    private static List<BrokenDocument> inTop() {
        String office = "\"calendars\":{\"office\":{\"zone\":\"UTC\",\"alwaysOpen\":true}}";
        return List.of(
                seen("[]", "the top", "an object is wanted, and a list stands there"),
                seen("\"x\"", "the top", "the text 'x'"),
                seen("{}", "the top", "'calendars' is missing"),
                seen("{\"calendars\":{}}", "calendars", "there is no calendar"),
                seen("{\"calendars\":[]}", "calendars", "an object is wanted"),
                seen("{\"calendars\":null}", "calendars", "nothing stands there"),
                seen("{\"calendars\":{\" \":{\"zone\":\"UTC\",\"alwaysOpen\":true}}}", "calendars[\" \"]", "no name"),
                seen("{" + office + ",\"version\":[]}", "version", "Did you mean 'versions'?"),
                seen("{" + office + ",\"versions\":{}}", "versions", "a list is wanted"),
                seen("{" + office + ",\"staff\":{\"mail\":7}}", "staff.mail", "the number 7"),
                unseen("{" + office + ",\"staff\":{\"mail\":\"ofice\"}}", "staff.mail", "Did you mean 'office'?"),
                seen("{" + office + ",\"staff\":{\" \":\"office\"}}", "staff[\" \"]", "channel id is blank"),
                seen("{" + office + ",\"sameDay\":\"mail\"}", "sameDay", "a list is wanted"),
                seen("{" + office + ",\"sameDay\":[\"a\",\"a\"]}", "sameDay[1]", "stands there twice"),
                seen("{" + office + ",\"sameDay\":[\"\"]}", "sameDay[0]", "blank"));
    }

    private static List<BrokenDocument> inCalendars() {
        String zone = "\"zone\":\"Europe/Berlin\",";
        return List.of(
                seen(calendar("\"alwaysOpen\":true"), OFFICE, "'zone' is missing"),
                unseen(calendar("\"zone\":\"Europe/Berln\",\"alwaysOpen\":true"), OFFICE + ".zone", "'Europe/Berlin'?"),
                seen(calendar("\"zone\":1,\"alwaysOpen\":true"), OFFICE + ".zone", "the number 1"),
                seen(calendar("\"zone\":\"UTC\""), OFFICE, "'week' and 'alwaysOpen' is missing"),
                seen(calendar(zone + "\"alwaysOpen\":true,\"week\":{\"monday\":[]}"), OFFICE, "exclude each other"),
                seen(calendar(zone + "\"alwaysOpen\":false"), OFFICE + ".alwaysOpen", "true is wanted, and false"),
                seen(calendar(zone + "\"week\":{}"), OFFICE + ".week", "no opening hour"),
                unseen(calendar(zone + "\"week\":{\"monday\":[]}"), OFFICE + ".week", "no opening hour"),
                seen(week("\"mondy\":[\"09:00-17:00\"]"), OFFICE + ".week.mondy", "Did you mean 'monday'?"),
                seen(week("\"monday\":\"09:00-17:00\""), OFFICE + ".week.monday", "a list is wanted"),
                seen(week("\"monday\":[\"9:00-17:00\"]"), OFFICE + ".week.monday[0]", "'9:00-17:00' is not a window"),
                seen(week("\"monday\":[\"09:00-12:00\",\"24:00-01:00\"]"), OFFICE + ".week.monday[1]", "not a window"),
                seen(week("\"monday\":[\"09:00-25:00\"]"), OFFICE + ".week.monday[0]", "is not a window"),
                seen(week("\"monday\":[\"09:00-12:00,13:00-17:00\"]"), OFFICE + ".week.monday[0]", "is not a window"),
                seen(with("\"breaks\":{\"monday\":[900]}"), OFFICE + ".breaks.monday[0]", "the number 900"),
                unseen(
                        with("\"breaks\":{\"monday\":[\"10:00-10:00\"]}"),
                        OFFICE + ".breaks.monday[0]",
                        "when it begins"),
                unseen(with("\"breaks\":{\"monday\":[\"09:00-17:00\"]}"), OFFICE, "is never open"),
                seen(with("\"hollidays\":[]"), OFFICE + ".hollidays", "Did you mean 'holidays'?"));
    }

    private static String week(String days) {
        return calendar("\"zone\":\"Europe/Berlin\",\"week\":{" + days + "}");
    }

    private static List<BrokenDocument> inDates() {
        String date = OFFICE + ".dates.2026-12-24";
        return List.of(
                seen(
                        with("\"dates\":{\"24.12.2026\":{\"closed\":true}}"),
                        OFFICE + ".dates[\"24.12.2026\"]",
                        "not a date"),
                unseen(
                        with("\"dates\":{\"2026-02-30\":{\"closed\":true}}"),
                        OFFICE + ".dates.2026-02-30",
                        "not a date"),
                unseen(
                        with("\"dates\":{\"0000-02-03\":{\"closed\":true}}"),
                        OFFICE + ".dates.0000-02-03",
                        "out of reach"),
                unseen(
                        calendar("\"zone\":\"Pacific/Apia\",\"alwaysOpen\":true,"
                                + "\"dates\":{\"2011-12-30\":{\"closed\":true}}"),
                        OFFICE + ".dates.2011-12-30",
                        "there was no 2011-12-30 in Pacific/Apia"),
                seen(date("{}"), date, "nothing of its own"),
                seen(date("{\"open\":[]}"), date + ".open", "has no window"),
                seen(date("{\"closed\":false}"), date + ".closed", "true is wanted"),
                seen(date("{\"closed\":true,\"open\":[\"09:00-10:00\"]}"), date, "stands beside"),
                seen(date("{\"closedFrom\":\"12:00\",\"open\":[\"09:00-10:00\"]}"), date, "'open' beside 'closedFrom'"),
                seen(date("{\"closedFrom\":\"24:00\"}"), date + ".closedFrom", "'24:00' is not a time"),
                seen(date("{\"breaks\":[\"12:00-13:00\"],\"onHoliday\":true}"), date, "without 'open'"),
                seen(date("{\"open\":[\"09:00-10:00\"],\"name\":\"x\"}"), date, "without 'closed'"),
                seen(date("{\"closed\":\"yes\"}"), date + ".closed", "true or false is wanted, and the text 'yes'"));
    }

    private static String date(String own) {
        return with("\"dates\":{\"2026-12-24\":" + own + "}");
    }

    private static List<BrokenDocument> inHolidays() {
        String first = OFFICE + ".holidays[0]";
        return List.of(
                unseen(with("\"holidays\":[\"bavarya\"]"), first, "Did you mean 'bavaria'?"),
                seen(with("\"holidays\":[7]"), first, "an object is wanted"),
                seen(
                        with("\"holidays\":[" + "\"bavaria\",".repeat(1_000) + "\"bavaria\"]"),
                        OFFICE + ".holidays",
                        "more than 1000"),
                seen(with("\"holidays\":{}"), OFFICE + ".holidays", "a list is wanted"),
                seen(with("\"holidays\":[{\"date\":\"2026-06-05\"}]"), first, "'name' is missing"),
                seen(with("\"holidays\":[{\"name\":\"x\"}]"), first, "'date' and 'yearly' is missing"),
                seen(with("\"holidays\":[{\"name\":\" \",\"yearly\":\"05-04\"}]"), first + ".name", "blank"),
                seen(
                        with("\"holidays\":[{\"name\":\"x\",\"yearly\":\"13-04\"}]"),
                        first + ".yearly",
                        "a month and a day"),
                unseen(
                        with("\"holidays\":[{\"name\":\"x\",\"yearly\":\"02-30\"}]"),
                        first + ".yearly",
                        "a month and a"),
                seen(
                        with("\"holidays\":[{\"name\":\"x\",\"yearly\":\"05-04\",\"from\":\"12:00\"}]"),
                        first,
                        "comes back each year"),
                unseen(
                        with(
                                "\"holidays\":[{\"name\":\"x\",\"date\":\"2026-06-05\",\"from\":\"12:00\",\"until\":\"11:00\"}]"),
                        first,
                        "goes from 12:00 until 11:00"));
    }

    private static List<BrokenDocument> inVersions() {
        String begin = "\"validFrom\":\"2026-06-01T00:00:00Z\"";
        String good = "\"policies\":[{\"name\":\"a\",\"hours\":\"office\"," + GOALS + "}]}";
        String first = "{\"version\":\"1\"," + begin + "," + good;
        return List.of(
                seen(versions("{" + begin + "," + good), "versions[0]", "'version' is missing"),
                seen(versions("{\"version\":2026," + begin + "," + good), "versions[0].version", "Put it in quotes"),
                seen(versions("{\"version\":\"1\"," + good), "versions[0]", "'validFrom' is missing"),
                seen(
                        versions("{\"version\":\"1\",\"validFrom\":\"2026-06-01\"," + good),
                        "versions[0].validFrom",
                        "'2026-06-01' is not a time such as"),
                unseen(
                        versions("{\"version\":\"1\",\"validFrom\":\"2026-06-31T00:00:00Z\"," + good),
                        "versions[0].validFrom",
                        "is not a time"),
                unseen(
                        versions(first + ",{\"version\":\"1\",\"validFrom\":\"2027-01-01T00:00Z\"," + good),
                        "versions[1].version",
                        "another version has this name"),
                unseen(
                        versions(first + ",{\"version\":\"2\",\"validFrom\":\"2026-06-01T02:00:00+02:00\"," + good),
                        "versions[1].validFrom",
                        "another version begins"),
                seen(policies("1,".repeat(1_000) + "1"), "versions[0].policies", "more than 1000 policies"),
                seen(versions("{\"version\":\"1\"," + begin + ",\"policies\":[]}"), "versions[0].policies", "P70"),
                seen(versions("{\"version\":\"1\"," + begin + ",\"policies\":{}}"), "versions[0].policies", "a list"));
    }

    private static List<BrokenDocument> inPolicies() {
        String named = "{\"name\":\"a\",\"hours\":\"office\"," + GOALS;
        return List.of(
                seen(policies("{\"hours\":\"office\"," + GOALS + "}"), POLICY, "'name' is missing"),
                seen(policies("{\"name\":\"a\"," + GOALS + "}"), POLICY, "'hours' is missing"),
                seen(policies("{\"name\":\"a\",\"hours\":\"office\"}"), POLICY, "'goals' is missing"),
                unseen(
                        policies("{\"name\":\"a\",\"hours\":\"home\"," + GOALS + "}"),
                        POLICY + ".hours",
                        "The calendar 'home' is not known"),
                unseen(
                        policies(named + ",\"when\":{\"kinds\":[\"praise\"]}}," + named + "}"),
                        "versions[0].policies[1].name",
                        "another policy of this version"),
                unseen(
                        policies(named + "},{\"name\":\"b\",\"hours\":\"office\"," + GOALS + "}"),
                        "versions[0].policies[1]",
                        "'b' matches nothing: 'a' stands before it"),
                unseen(policies(named + ",\"when\":{\"tiers\":[\"gold\"]}}"), "versions[0].policies", "P70"),
                seen(policy("\"goals\":{}"), POLICY + ".goals", "wants nothing"),
                seen(
                        policy("\"goals\":{\"firstReplies\":{\"within\":\"8h\"}}"),
                        POLICY + ".goals.firstReplies",
                        "Did you"),
                seen(
                        policy(GOALS + ",\"boundary\":\"last\""),
                        POLICY + ".boundary",
                        "Did you mean 'latest'? Possible are: earliest, latest"),
                seen(
                        policy(GOALS + ",\"duplicatesStartClocks\":1"),
                        POLICY + ".duplicatesStartClocks",
                        "true or false"),
                seen(
                        policy(GOALS + ",\"when\":{\"tiers\":[\"Gold\"]}"),
                        POLICY + ".when.tiers[0]",
                        "tier is named 'Gold'"),
                seen(policy(GOALS + ",\"when\":{\"kinds\":[\"complain\"]}"), POLICY + ".when.kinds[0]", "'complaint'?"),
                seen(policy(GOALS + ",\"when\":{\"tags\":[\" \"]}"), POLICY + ".when.tags[0]", "no characters"),
                unseen(policy(GOALS + ",\"when\":{\"tags\":[\"VIP\",\"vip\"]}"), POLICY + ".when.tags[1]", "twice"),
                seen(policy(GOALS + ",\"when\":{\"tiers\":[]}"), POLICY + ".when.tiers", "the list is empty"),
                seen(policy(GOALS + ",\"when\":{\"priority\":[]}"), POLICY + ".when.priority", "'priorities'?"));
    }

    private static List<BrokenDocument> inGoals() {
        List<BrokenDocument> all = new ArrayList<>(List.of(
                seen(goal("\"witin\":\"8h\",\"within\":\"8h\""), GOAL + ".witin", "Did you mean 'within'?"),
                seen(goal(""), GOAL, "'within' is missing"),
                unseen(goal("\"within\":\"0h\""), GOAL + ".within", "no time is given"),
                unseen(goal("\"within\":\"87841h\""), GOAL + ".within", "longer than 87840 hours"),
                seen(goal("\"within\":8"), GOAL + ".within", "the number 8"),
                seen(goal("\"within\":\"8h\",\"priorities\":{\"hi\":\"1h\"}"), GOAL + ".priorities.hi", "'high'"),
                unseen(
                        goal("\"within\":\"8h\",\"priorities\":{\"high\":\"0s\"}"),
                        GOAL + ".priorities.high",
                        "no time"),
                seen(goal("\"within\":\"8h\",\"pausedBy\":[\"hold\"]"), GOAL + ".pausedBy[0]", "onHold"),
                seen(
                        goal("\"within\":\"8h\",\"onReopening\":\"RESUME\""),
                        GOAL + ".onReopening",
                        "Did you mean 'resume'?"),
                seen(levels("{\"name\":\"a\"}"), GOAL + ".levels[0]", "'before' and 'after' is missing"),
                seen(levels("{\"name\":\"a\",\"before\":\"1h\",\"after\":\"1h\"}"), GOAL + ".levels[0]", "exclude"),
                seen(levels("{\"name\":\" \",\"after\":\"1h\"}"), GOAL + ".levels[0].name", "blank"),
                seen(
                        levels("{\"name\":\"a\",\"after\":\"1h\",\"actions\":[1]}"),
                        GOAL + ".levels[0].actions[0]",
                        "number"),
                unseen(
                        levels("{\"name\":\"a\",\"after\":\"1h\",\"during\":\"x\"}"),
                        GOAL + ".levels[0].during",
                        "calendar"),
                unseen(
                        levels("{\"name\":\"a\",\"after\":\"1h\"},{\"name\":\"b\",\"before\":\"1h\"}"),
                        GOAL + ".levels[1]",
                        "before the one in front of it"),
                unseen(
                        levels("{\"name\":\"a\",\"before\":\"1h\"},{\"name\":\"a\",\"after\":\"1h\"}"),
                        GOAL + ".levels[1].name",
                        "another level"),
                unseen(
                        levels("{\"name\":\"a\",\"before\":\"9h\"}"),
                        GOAL + ".levels[0].before",
                        "before the beginning"),
                unseen(
                        goal("\"within\":\"8h\",\"priorities\":{\"urgent\":\"1h\"},"
                                + "\"levels\":[{\"name\":\"a\",\"before\":\"2h\"}]"),
                        GOAL + ".levels[0].before",
                        "before the beginning")));
        for (String days : List.of("1d", "2 days", "P1D", "P1DT2H", "1.5d", "3 weeks", "P2W")) {
            all.add(seen(goal("\"within\":\"" + days + "\""), GOAL + ".within", "counted in days"));
        }
        for (String minus : List.of("-8h", "PT-8H", "-PT8H")) {
            all.add(seen(goal("\"within\":\"" + minus + "\""), GOAL + ".within", "is negative"));
        }
        for (String other :
                List.of("", "8", "8 h", "8m", "1.5h", "30min 1h", "1h  5min", "PT", "P", "pt8h", "8h ", "8H")) {
            all.add(seen(goal("\"within\":\"" + other + "\""), GOAL + ".within", "is not a time such as '8h'"));
        }
        return all;
    }
}
