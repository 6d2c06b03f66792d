package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a shop expects of itself while a ticket lives. Immutable and thread-safe; the builder is not. */
public final class TicketPolicy {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    private final BusinessHours hours;
    private final Duration ownedWithin;
    private final List<Integer> remindAtPercent;
    private final Duration escalateEvery;
    private final Duration apologiseWithin;
    private final Duration callBackDroppedWithin;
    private final Duration endCallWithin;
    private final Duration consultExpertAfter;
    private final Duration acknowledgeWithin;
    private final Duration remindColleaguesEvery;
    private final Duration remindOfApprovalEvery;
    private final Duration reopenWithin;
    private final Optional<Duration> retention;
    private final SilencePolicy silence;
    private final Duration undoSendWithin;
    private final Duration reviewWithin;
    private final boolean sendUnreviewed;
    private final boolean rephraseBeforeSolving;
    private final boolean findCauseBeforeSolving;
    private final Duration showAgainBefore;

    private TicketPolicy(Builder builder) {
        hours = builder.hours;
        ownedWithin = builder.ownedWithin;
        remindAtPercent = builder.remindAtPercent;
        escalateEvery = builder.escalateEvery;
        apologiseWithin = builder.apologiseWithin;
        callBackDroppedWithin = builder.callBackDroppedWithin;
        endCallWithin = builder.endCallWithin;
        consultExpertAfter = builder.consultExpertAfter;
        acknowledgeWithin = builder.acknowledgeWithin;
        remindColleaguesEvery = builder.remindColleaguesEvery;
        remindOfApprovalEvery = builder.remindOfApprovalEvery;
        reopenWithin = builder.reopenWithin;
        retention = builder.retention;
        silence = builder.silence;
        undoSendWithin = builder.undoSendWithin;
        reviewWithin = builder.reviewWithin;
        sendUnreviewed = builder.sendUnreviewed;
        rephraseBeforeSolving = builder.rephraseBeforeSolving;
        findCauseBeforeSolving = builder.findCauseBeforeSolving;
        showAgainBefore = builder.showAgainBefore;
    }

    /** Starts with the defaults, in these working hours. */
    public static Builder builder(BusinessHours hours) {
        return new Builder(requireNonNull(hours, "hours"));
    }

    /** In which hours people work; all durations here but those said to be physical pass in them. */
    public BusinessHours hours() {
        return hours;
    }

    /** How long a ticket may be without an owner. */
    public Duration ownedWithin() {
        return ownedWithin;
    }

    /** After which parts of its time the owner is reminded of a promise, rising. */
    public List<Integer> remindAtPercent() {
        return remindAtPercent;
    }

    /** How long after an alarm the next follows while nothing changes; from the ninth on, eight times as long. */
    public Duration escalateEvery() {
        return escalateEvery;
    }

    /** How long after a broken promise the customer has an apology. */
    public Duration apologiseWithin() {
        return apologiseWithin;
    }

    /** How long after a broken line the customer is called back, or written to who gave no number; physical time. */
    public Duration callBackDroppedWithin() {
        return callBackDroppedWithin;
    }

    /** After what time a call that nobody has ended is an alarm; physical time. */
    public Duration endCallWithin() {
        return endCallWithin;
    }

    /** How long an owner has a ticket in hand without a word to the customer before somebody else is to be asked. */
    public Duration consultExpertAfter() {
        return consultExpertAfter;
    }

    /** How long a department has to acknowledge what it is to do. */
    public Duration acknowledgeWithin() {
        return acknowledgeWithin;
    }

    /** How long after a reminder of colleagues, of whom something is awaited, the next follows. */
    public Duration remindColleaguesEvery() {
        return remindColleaguesEvery;
    }

    /** How long after a request for approval, or the last reminder of it, the desk is reminded while nobody decides. */
    public Duration remindOfApprovalEvery() {
        return remindOfApprovalEvery;
    }

    /** How long after the closing a message of the customer opens the ticket again; later, it opens a new one. Physical. */
    public Duration reopenWithin() {
        return reopenWithin;
    }

    /** How long after its last change a closed ticket is forgotten; physical time. Empty if it is kept for good. */
    public Optional<Duration> retention() {
        return retention;
    }

    /** When silence counts as agreement. */
    public SilencePolicy silence() {
        return silence;
    }

    /** How long an answer waits that is sent so that it can be taken back; physical time. */
    public Duration undoSendWithin() {
        return undoSendWithin;
    }

    /** How long a colleague has for reading an answer that is not to leave unread; less where a promise is due. */
    public Duration reviewWithin() {
        return reviewWithin;
    }

    /** Whether an answer that nobody has read in time is sent all the same, so that the customer is answered in time. */
    public boolean sendUnreviewed() {
        return sendUnreviewed;
    }

    /** Whether what went wrong is put into other words for the customer before a solution is proposed. */
    public boolean rephraseBeforeSolving() {
        return rephraseBeforeSolving;
    }

    /** Whether somebody says what lies behind what went wrong before a solution is proposed. */
    public boolean findCauseBeforeSolving() {
        return findCauseBeforeSolving;
    }

    /** How long before a promise is due a ticket that was put off is shown again; physical time. */
    public Duration showAgainBefore() {
        return showAgainBefore;
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {
        private final BusinessHours hours;
        private Duration ownedWithin = Duration.ofMinutes(30);
        private List<Integer> remindAtPercent = List.of(50, 80);
        private Duration escalateEvery = Duration.ofHours(1);
        private Duration apologiseWithin = Duration.ofHours(8);
        private Duration callBackDroppedWithin = Duration.ofMinutes(5);
        private Duration endCallWithin = Duration.ofHours(2);
        private Duration consultExpertAfter = Duration.ofHours(8);
        private Duration acknowledgeWithin = Duration.ofHours(4);
        private Duration remindColleaguesEvery = Duration.ofHours(8);
        private Duration remindOfApprovalEvery = Duration.ofHours(2);
        private Duration reopenWithin = Duration.ofDays(30);
        private Optional<Duration> retention = Optional.empty();
        private SilencePolicy silence = new SilencePolicy(2, 2, 3);
        private Duration undoSendWithin = Duration.ofSeconds(20);
        private Duration reviewWithin = Duration.ofHours(4);
        private boolean sendUnreviewed = true;
        private boolean rephraseBeforeSolving = true;
        private boolean findCauseBeforeSolving = true;
        private Duration showAgainBefore = Duration.ofHours(1);

        private Builder(BusinessHours hours) {
            this.hours = hours;
        }

        /** How long a ticket may be without an owner. Default: 30 minutes. */
        public Builder ownedWithin(Duration value) {
            ownedWithin = requireNonNull(value, "ownedWithin");
            return this;
        }

        /** After which parts of its time the owner is reminded of a promise. Default: 50 and 80 percent. */
        public Builder remindAtPercent(Integer... values) {
            remindAtPercent = List.of(values);
            return this;
        }

        /** How long after an alarm the next follows. Default: an hour. */
        public Builder escalateEvery(Duration value) {
            escalateEvery = requireNonNull(value, "escalateEvery");
            return this;
        }

        /** How long after a broken promise the customer has an apology. Default: 8 hours. */
        public Builder apologiseWithin(Duration value) {
            apologiseWithin = requireNonNull(value, "apologiseWithin");
            return this;
        }

        /** How long after a broken line the customer is called back. Default: 5 minutes of physical time. */
        public Builder callBackDroppedWithin(Duration value) {
            callBackDroppedWithin = requireNonNull(value, "callBackDroppedWithin");
            return this;
        }

        /** After what time a call that nobody has ended is an alarm. Default: 2 hours of physical time. */
        public Builder endCallWithin(Duration value) {
            endCallWithin = requireNonNull(value, "endCallWithin");
            return this;
        }

        /**
         * How long an owner has a ticket in hand, without an answer, a call, a promise kept or a hand-over, before an
         * expert is to be consulted. Default: 8 hours.
         */
        public Builder consultExpertAfter(Duration value) {
            consultExpertAfter = requireNonNull(value, "consultExpertAfter");
            return this;
        }

        /** How long a department has to acknowledge what it is to do. Default: 4 hours. */
        public Builder acknowledgeWithin(Duration value) {
            acknowledgeWithin = requireNonNull(value, "acknowledgeWithin");
            return this;
        }

        /** How long after a reminder of colleagues, of whom something is awaited, the next follows. Default: 8 hours. */
        public Builder remindColleaguesEvery(Duration value) {
            remindColleaguesEvery = requireNonNull(value, "remindColleaguesEvery");
            return this;
        }

        /**
         * How long after a request for approval, or the last reminder of it, the desk is reminded while nobody decides; from
         * the ninth on, eight times as long. Default: 2 hours.
         */
        public Builder remindOfApprovalEvery(Duration value) {
            remindOfApprovalEvery = requireNonNull(value, "remindOfApprovalEvery");
            return this;
        }

        /** How long after the closing a message opens the ticket again. Default: 30 days of physical time. */
        public Builder reopenWithin(Duration value) {
            reopenWithin = requireNonNull(value, "reopenWithin");
            return this;
        }

        /**
         * How long after its last change a closed ticket is kept as it is; then what was said in it is erased, and facts and
         * statistics stay. Physical time, at least as long as a message opens it again. Default: for good.
         */
        public Builder retention(Duration value) {
            retention = Optional.of(requireNonNull(value, "retention"));
            return this;
        }

        /** When silence counts as agreement. Default: two reminders, two business days apart, closed three after. */
        public Builder silence(SilencePolicy value) {
            silence = requireNonNull(value, "silence");
            return this;
        }

        /** How long an answer can be taken back. Default: 20 seconds of physical time; an hour is the most. */
        public Builder undoSendWithin(Duration value) {
            undoSendWithin = requireNonNull(value, "undoSendWithin");
            return this;
        }

        /** How long a colleague has for reading an answer. Default: 4 hours. */
        public Builder reviewWithin(Duration value) {
            reviewWithin = requireNonNull(value, "reviewWithin");
            return this;
        }

        /** Whether an answer that nobody has read in time is sent all the same. Default: yes. */
        public Builder sendUnreviewed(boolean value) {
            sendUnreviewed = value;
            return this;
        }

        /** How long before a promise is due a ticket that was put off is shown again. Default: an hour of physical time. */
        public Builder showAgainBefore(Duration value) {
            showAgainBefore = requireNonNull(value, "showAgainBefore");
            return this;
        }

        /**
         * Whether a solution to what needs a diagnosis is refused with {@code PROBLEM_NOT_REPHRASED}, which warns, while
         * nobody has told the customer how the shop understands it. Default: it is.
         */
        public Builder rephraseBeforeSolving(boolean value) {
            rephraseBeforeSolving = value;
            return this;
        }

        /**
         * Whether a solution to what needs a diagnosis is refused with {@code ROOT_CAUSE_MISSING}, which warns, while nobody
         * has said what lies behind it. Default: it is.
         */
        public Builder findCauseBeforeSolving(boolean value) {
            findCauseBeforeSolving = value;
            return this;
        }

        /**
         * Builds the policy.
         *
         * @throws ConfigurationException with everything that cannot be kept: a duration that is zero, negative or longer
         *     than a year ({@code reopenWithin}: negative or longer than a hundred years; {@code
         *     retention}: shorter than a day or than {@code reopenWithin}), parts of a promise's time that
         *     do not rise
         */
        public TicketPolicy build() {
            List<Problem> problems = new ArrayList<>();
            positive("time without an owner (ownedWithin)", ownedWithin, problems);
            positive("time between alarms (escalateEvery)", escalateEvery, problems);
            positive("time until an apology (apologiseWithin)", apologiseWithin, problems);
            positive(
                    "time until a dropped call is called back (callBackDroppedWithin)",
                    callBackDroppedWithin,
                    problems);
            positive("time until a call is ended (endCallWithin)", endCallWithin, problems);
            positive("time until an expert is consulted (consultExpertAfter)", consultExpertAfter, problems);
            positive("time until a department acknowledges (acknowledgeWithin)", acknowledgeWithin, problems);
            positive("time between reminders of colleagues (remindColleaguesEvery)", remindColleaguesEvery, problems);
            positive("time in which an answer can be taken back (undoSendWithin)", undoSendWithin, problems);
            positive("time for a review (reviewWithin)", reviewWithin, problems);
            positive("time in which a promise is seen before it is due (showAgainBefore)", showAgainBefore, problems);
            if (undoSendWithin.compareTo(AN_HOUR) > 0) {
                problems.add(Problem.of(
                        "An answer can be taken back for " + undoSendWithin + ", in which its customer waits.",
                        "Give an hour at most, or order it for later."));
            }
            positive("time between reminders of an approval (remindOfApprovalEvery)", remindOfApprovalEvery, problems);
            if (reopenWithin.isNegative() || reopenWithin.compareTo(A_CENTURY) > 0) {
                problems.add(Problem.of(
                        "The time in which a closed ticket opens again (reopenWithin) is " + reopenWithin + ".",
                        "Give a duration of zero or more. A hundred years are the most."));
            }
            keeping(problems);
            rising(remindAtPercent, problems);
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return new TicketPolicy(this);
        }

        private void keeping(List<Problem> problems) {
            retention
                    .filter(kept -> kept.compareTo(reopenWithin) < 0
                            || kept.compareTo(A_DAY) < 0
                            || kept.compareTo(A_CENTURY) > 0)
                    .ifPresent(kept -> problems.add(Problem.of(
                            "Closed tickets are kept for " + kept + " (retention), and open again for " + reopenWithin
                                    + ".",
                            "Give a day at least, and no less than reopenWithin. A hundred years are the most.")));
        }

        private static void rising(List<Integer> percents, List<Problem> problems) {
            int before = 0;
            for (int percent : percents) {
                if (percent <= before || percent >= 100) {
                    problems.add(Problem.of(
                            "A reminder is due at " + percent + " percent after one at " + before + ".",
                            "Name parts above 0 and below 100, rising."));
                }
                before = percent;
            }
        }

        private static void positive(String what, Duration value, List<Problem> problems) {
            if (value.isNegative() || value.isZero() || value.compareTo(A_YEAR) > 0) {
                problems.add(Problem.of(
                        "The " + what + " is " + value + ".", "Give a duration above zero. A year is the most."));
            }
        }
    }
}
