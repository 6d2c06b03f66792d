package dev.heed.testkit.permission;

import static dev.heed.people.Permission.ANSWER;
import static dev.heed.people.Permission.ASSIGN;
import static dev.heed.people.Permission.BULK;
import static dev.heed.people.Permission.DECIDE_AGAINST;
import static dev.heed.people.Permission.DECIDE_REQUESTS;
import static dev.heed.people.Permission.DELETE;
import static dev.heed.people.Permission.EDIT_CUSTOMERS;
import static dev.heed.people.Permission.EDIT_ORGANISATIONS;
import static dev.heed.people.Permission.ERASE;
import static dev.heed.people.Permission.EXPORT;
import static dev.heed.people.Permission.FILE;
import static dev.heed.people.Permission.IMPORT;
import static dev.heed.people.Permission.LINK_CUSTOMERS;
import static dev.heed.people.Permission.MARK_SPAM;
import static dev.heed.people.Permission.MERGE;
import static dev.heed.people.Permission.NOTE;
import static dev.heed.people.Permission.OVERRIDE;
import static dev.heed.people.Permission.READ;
import static dev.heed.people.Permission.RECORD_ABSENCE;
import static dev.heed.people.Permission.REDRIVE;
import static dev.heed.people.Permission.SEE_VIEWS_OF_OTHERS;
import static dev.heed.people.Permission.SET_SERVICE;

import dev.heed.people.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which permission each public method of a desk asks for first. {@link EveryMethodAsksFirstTest} fails for a method that
 * is not here.
 */
final class WhatEachMethodNeeds {
    /** Who acts, doors to topic desks, and desks at which no agent acts. */
    private static final Set<String> NOTHING = Set.of(
            "AgentDesk.agent",
            "AgentTopics.approvals",
            "AgentTopics.attachments",
            "AgentTopics.customers",
            "AgentTopics.drafts",
            "AgentTopics.snoozes",
            "AgentTopics.service",
            "AgentTopics.filing",
            "AgentTopics.notes",
            "AgentTopics.listening",
            "AgentTopics.presence",
            "AgentTopics.reviews",
            "AgentTopics.structure",
            "AgentTopics.views",
            "Backoffice.filing",
            "Backoffice.privacy",
            "Backoffice.reports",
            "Backoffice.service",
            "Backoffice.organisations",
            "BotDesk.write",
            "CustomerDesk.tickets",
            "CustomerDesk.organisationTickets",
            "CustomerDesk.requestConfirmation",
            "CustomerDesk.confirm",
            "CustomerDesk.getTicket",
            "CustomerDesk.getContent",
            "CustomerDesk.search",
            "CustomerDesk.searchOn",
            "CustomerDesk.write",
            "CustomerDesk.disagree",
            "CustomerDesk.releasePromise",
            "CustomerDesk.confirmSolved",
            "CustomerDesk.confirmProblem",
            "CustomerDesk.correctProblem",
            "CustomerDesk.consent",
            "CustomerDesk.withdrawConsent",
            "CustomerDesk.provide",
            "CustomerDesk.tried",
            "CustomerDesk.takeBack");

    private static final Map<String, Permission> NEEDED = new TreeMap<>();

    static {
        need(
                "AgentDesk",
                READ,
                "queue",
                "owned",
                "findTicket",
                "getTicket",
                "history",
                "nextAction",
                "customerOf",
                "unseen");
        need("AgentDesk", READ, "review");
        need("AgentDesk", ANSWER, "reply", "proposeSolution", "keepPromise", "hold", "holdUntold", "call", "endCall");
        need("StructureDesk", READ, "conversation");
        need("AgentDesk", BULK, "bulk");
        need("AgentDesk", NOTE, "note");
        need("AgentDesk", ASSIGN, "take", "handOver");
        need("AgentDesk", FILE, "classify");
        need("AgentDesk", OVERRIDE, "overriding");
        need("AgentDesk", DECIDE_AGAINST, "decideAgainst");
        need("AgentDesk", MARK_SPAM, "markSpam");
        need("AgentDesk", MERGE, "mergeInto");
        need(
                "Backoffice",
                READ,
                "findCustomer",
                "channels",
                "deadLetters",
                "unreadable",
                "exemptedTickets",
                "spamTickets",
                "deletedTickets",
                "absences");
        need("FilingDesk", READ, "fields", "missing");
        need(
                "FilingDesk",
                FILE,
                "addTags",
                "removeTags",
                "setField",
                "setFields",
                "clearField",
                "addReferences",
                "removeReferences");
        need("ViewsDesk", READ, "search", "searchOn", "count", "views", "findView", "getView", "outdated");
        need("ViewsDesk", SEE_VIEWS_OF_OTHERS, "viewsOf");
        need("ViewsDesk", FILE, "save", "change", "delete");
        need("PrivacyDesk", READ, "findHold", "holds", "releasedHolds", "reports");
        need("PrivacyDesk", EXPORT, "export");
        need("PrivacyDesk", ERASE, "erase", "hold", "release");
        need("ApprovalsDesk", READ, "open", "of");
        need("ApprovalsDesk", ANSWER, "request", "withdraw");
        need("ApprovalsDesk", DECIDE_REQUESTS, "approve", "decline");
        need("ListeningDesk", READ, "rootCauses", "nextSteps");
        need(
                "ListeningDesk",
                NOTE,
                "noteWritten",
                "noteSpoken",
                "noteFound",
                "lookedUp",
                "outdate",
                "statementConfirmed",
                "statementConfirmedOnThePhone",
                "statementCorrected",
                "statementCorrectedOnThePhone");
        need("ListeningDesk", FILE, "rootCause", "priority", "mood");
        need(
                "ListeningDesk",
                ANSWER,
                "rephrasedOnThePhone",
                "consentWritten",
                "consentSpoken",
                "consentWithdrawn",
                "consentWithdrawnOnThePhone",
                "stepDone");
        need("StructureDesk", READ, "conversation");
        need("StructureDesk", MERGE, "unmerge", "split");
        need("DraftsDesk", READ, "find", "get", "of", "mine");
        need(
                "DraftsDesk",
                ANSWER,
                "write",
                "change",
                "share",
                "discard",
                "send",
                "sendWithUndo",
                "sendLater",
                "submit",
                "cancel");
        need("SnoozeDesk", READ, "latest", "mine", "all");
        need("SnoozeDesk", Permission.SNOOZE, "snooze", "unsnooze");
        need("ReviewsDesk", READ, "open");
        need("ReviewsDesk", Permission.REVIEW, "approve", "sendBack");
        need("AttachmentsDesk", READ, "findContent", "getContent");
        need("PresenceDesk", READ, "viewing", "left", "who");
        need("PresenceDesk", ANSWER, "typing");
        need("StructureDesk", READ, "children");
        need("StructureDesk", FILE, "link", "unlink");
        need("StructureDesk", MARK_SPAM, "notSpam");
        need("StructureDesk", DELETE, "delete", "restore");
        need("NotesDesk", READ, "all", "askedOfMe");
        need("NotesDesk", NOTE, "add", "addTo", "tell", "ask", "answer", "acknowledge", "withdraw");
        need("Backoffice", EDIT_CUSTOMERS, "register");
        need("Backoffice", EDIT_CUSTOMERS, "register", "recordConsent");
        need("Backoffice", LINK_CUSTOMERS, "link", "unlink");
        need("OrganisationsDesk", READ, "find", "of");
        need("OrganisationsDesk", EDIT_ORGANISATIONS, "register", "addMember", "removeMember");
        need("CustomersDesk", READ, "find", "person", "links", "tickets", "consents", "suggestedOrganisations");
        need("CustomersDesk", LINK_CUSTOMERS, "link", "unlink", "mergePersons", "unmergePerson");
        need("CustomersDesk", EDIT_CUSTOMERS, "setLanguage", "setZone", "recordConsent", "withdrawConsent");
        need("Backoffice", REDRIVE, "redrive");
        need("Backoffice", RECORD_ABSENCE, "recordAbsence");
        need("ServiceDesk", READ, "clocks", "nearest", "explain", "explainToCustomer", "whatIf");
        need("ServiceDesk", SET_SERVICE, "setDue", "setTier", "applyLevels", "removeLevels");
        need("ReportsDesk", READ, "figures", "service", "fairness", "parity", "forecast");
        need("Backoffice", ERASE, "closeErased");
        need("Backoffice", IMPORT, "importTicket", "importJson");
    }

    private WhatEachMethodNeeds() {}

    private static void need(String desk, Permission permission, String... methods) {
        for (String method : methods) {
            NEEDED.put(desk + "." + method, permission);
        }
    }

    static Set<String> free() {
        return NOTHING;
    }

    static Set<String> guarded() {
        return NEEDED.keySet();
    }

    static Optional<Permission> of(String method) {
        return Optional.ofNullable(NEEDED.get(method));
    }
}
