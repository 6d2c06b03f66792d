package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.people.AgentId;
import dev.heed.people.Department;
import dev.heed.people.Permission;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an agent looks at: tickets found by a {@link TicketSearch}, page by page, and searches kept under a name. Thread-safe.
 *
 * <pre>{@code
 * Page<Ticket> page = views.search(mine, 25);
 * while (page.next().isPresent()) {
 *     page = views.searchOn(mine, page.next().get(), 25);
 * }
 * }</pre>
 */
public final class ViewsDesk {
    /** How many tickets a page can have. */
    public static final int MOST_ON_A_PAGE = 1000;

    /** How many views of one agent, and how many shared ones, are kept. */
    public static final int MOST_VIEWS = 500;

    private final Actor actor;
    private final Engine engine;

    ViewsDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
    }

    /**
     * The first page of what is looked for.
     *
     * @throws InvalidInputException if {@code limit} is below one or above {@value #MOST_ON_A_PAGE}
     */
    public Page<Ticket> search(TicketSearch search, int limit) {
        actor.may(Permission.READ);
        return page(search, Optional.empty(), limit);
    }

    /**
     * The page behind another one of the same search. What is found once, and what may be found twice or not at all because
     * it moves meanwhile, is said at {@link TicketStore#search}.
     *
     * @throws InvalidInputException if {@code limit} is below one or above {@value #MOST_ON_A_PAGE}, or the cursor is of
     *     another search
     */
    public Page<Ticket> searchOn(TicketSearch search, Cursor after, int limit) {
        actor.may(Permission.READ);
        return page(search, Optional.of(after), limit);
    }

    private Page<Ticket> page(TicketSearch search, Optional<Cursor> after, int limit) {
        requireNonNull(search, "search");
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw new InvalidInputException(
                    "A page of " + limit + " tickets was asked for.",
                    "Ask for at least one and at most " + MOST_ON_A_PAGE + ", and go on with the cursor of the page.");
        }
        Page<Ticket> page = engine.store().search(search, after, limit);
        return new Page<>(actor.listed(page.items()), page.next());
    }

    /**
     * How many tickets are found, or {@code upTo} if there are that many or more.
     *
     * @throws InvalidInputException if {@code upTo} is below one
     */
    public int count(TicketSearch search, int upTo) {
        actor.may(Permission.READ);
        if (upTo < 1) {
            throw new InvalidInputException(
                    "Tickets were to be counted up to " + upTo + ".",
                    "Give the number beyond which it does not matter.");
        }
        return engine.store().count(requireNonNull(search, "search"), upTo);
    }

    /**
     * The agent's own views, and those that colleagues share with everybody or with a department of the agent's, by their
     * names; what cannot be read is left out, and logged.
     */
    public List<SavedView> views() {
        actor.may(Permission.READ);
        List<SavedView> shared = SavedViews.shared(engine.store(), MOST_VIEWS).stream()
                .filter(this::isForMe)
                .toList();
        return sorted(Stream.of(SavedViews.privateOf(engine.store(), me(), MOST_VIEWS), shared));
    }

    private boolean isForMe(SavedView view) {
        if (view.sharedWith() instanceof SharedWith.Department of
                && !view.owner().equals(me())) {
            Department department = actor.policies().departments().get(of.department());
            return department != null && department.members().contains(me());
        }
        return !view.isPrivate() || view.owner().equals(me());
    }

    /**
     * What of a view is not there any more; empty if all of it is. Such a view is read, listed and searched as any other.
     */
    public List<OutdatedPart> outdated(SavedView view) {
        actor.may(Permission.READ);
        return new OutdatedViews(actor.policies(), engine.store()).of(view);
    }

    /**
     * The views that a colleague keeps, shared ones too, by their names.
     *
     * @throws NotFoundException if there is no such agent
     */
    public List<SavedView> viewsOf(AgentId colleague) {
        actor.may(Permission.SEE_VIEWS_OF_OTHERS);
        actor.policies().agent(colleague);
        List<SavedView> shared = SavedViews.shared(engine.store(), MOST_VIEWS).stream()
                .filter(view -> view.owner().equals(colleague))
                .toList();
        return sorted(Stream.of(SavedViews.privateOf(engine.store(), colleague, MOST_VIEWS), shared));
    }

    private static List<SavedView> sorted(Stream<List<SavedView>> views) {
        return views.flatMap(List::stream)
                .sorted(Comparator.comparing((SavedView view) -> view.name().toLowerCase(Locale.ROOT))
                        .thenComparing(SavedView::id))
                .toList();
    }

    /** A view, unless a colleague keeps it for himself or herself. */
    public Optional<SavedView> findView(UUID id) {
        actor.may(Permission.READ);
        return visible(requireNonNull(id, "id"));
    }

    /** As {@link #findView}, or an exception. */
    public SavedView getView(UUID id) {
        actor.may(Permission.READ);
        return required(requireNonNull(id, "id"));
    }

    private Optional<SavedView> visible(UUID id) {
        return SavedViews.find(engine.store(), id).filter(view -> isForMe(view) || may(Permission.SEE_VIEWS_OF_OTHERS));
    }

    private SavedView required(UUID id) {
        return visible(id)
                .orElseThrow(() -> new NotFoundException("There is no view " + id + ".", "Use an id from views()."));
    }

    /**
     * Keeps a search under a name.
     *
     * @param sharedWith who sees it besides
     * @throws NotFoundException if it is to be shared with a department that there is not
     * @throws RefusedException with {@code DEROGATORY_NOTE}, which warns, if the name disparages somebody
     * @throws InvalidInputException if the name is no name of a {@link SavedView}, or there are {@value #MOST_VIEWS} already
     */
    public SavedView save(String name, TicketSearch search, SharedWith sharedWith) {
        actor.may(Permission.FILE);
        SavedView view = new SavedView(engine.newId(), name, me(), sharedWith, search, 1);
        requireKnown(view);
        actor.requireCivilName(view.name());
        requireRoom(view);
        write(view, engine.tryWrite(unit -> SavedViews.keep(engine.store(), view, 1, unit)));
        return view;
    }

    /**
     * Keeps a view as it is handed in. A view of a colleague can be changed only if it is shared, and by who may see the
     * views of others; it stays the colleague's.
     *
     * @return the view with its new version
     * @throws ConflictException if it was changed since it was read
     * @throws NotFoundException if there is no such view, or it is to be shared with a department that there is not
     * @throws RefusedException with {@code DEROGATORY_NOTE}, which warns, if it gets a name that disparages somebody
     * @throws InvalidInputException if it is to be shared, or to be private, and {@value #MOST_VIEWS} are already
     */
    public SavedView change(SavedView changed) {
        actor.may(Permission.FILE);
        SavedView before = changeable(changed.id());
        if (!before.sharedWith().equals(changed.sharedWith())) {
            requireKnown(changed);
        }
        if (!before.name().equals(changed.name())) {
            actor.requireCivilName(changed.name());
        }
        if (before.isPrivate() != changed.isPrivate()) {
            requireRoom(changed);
        }
        long version = changed.version() + 1;
        SavedView after = new SavedView(
                before.id(), changed.name(), before.owner(), changed.sharedWith(), changed.search(), version);
        write(after, engine.tryWrite(unit -> SavedViews.keep(engine.store(), after, version, unit)));
        return after;
    }

    /**
     * Keeps a view no longer; of colleagues as {@link #change} says.
     *
     * @param view as it was read
     * @throws ConflictException if it was changed since it was read
     * @throws NotFoundException if there is no such view
     */
    public void delete(SavedView view) {
        actor.may(Permission.FILE);
        changeable(view.id());
        write(view, engine.tryWrite(unit -> SavedViews.remove(view, unit)));
    }

    private SavedView changeable(UUID id) {
        SavedView view = required(id);
        if (!view.owner().equals(me())) {
            actor.may(Permission.SEE_VIEWS_OF_OTHERS);
            if (view.isPrivate()) {
                throw new NotFoundException(
                        "There is no view " + id + " that is shared or your own.", "Ask its owner to share it.");
            }
        }
        return view;
    }

    private void requireKnown(SavedView view) {
        if (view.sharedWith() instanceof SharedWith.Department of
                && !actor.policies().departments().containsKey(of.department())) {
            throw new NotFoundException(
                    "There is no department " + of.department() + " with which a view could be shared.",
                    "Share it with one of " + actor.policies().departments().keySet() + ", or with everybody.");
        }
    }

    private void requireRoom(SavedView view) {
        TicketStore store = engine.store();
        int kept = view.isPrivate()
                ? SavedViews.privateOf(store, view.owner(), MOST_VIEWS).size()
                : SavedViews.shared(store, MOST_VIEWS).size();
        if (kept >= MOST_VIEWS) {
            throw new InvalidInputException(
                    "There are " + MOST_VIEWS
                            + (view.isPrivate() ? " views of " + view.owner() + "." : " shared views."),
                    "Delete one that nobody looks at any more.");
        }
    }

    private static void write(SavedView view, CommitResult result) {
        if (result != CommitResult.COMMITTED) {
            throw new ConflictException(
                    "View " + view.id() + " has changed since its version " + view.version() + " was read.",
                    "Read it with getView(…), and change that.");
        }
    }

    private AgentId me() {
        return actor.person().id();
    }

    private boolean may(Permission permission) {
        return actor.policies().authority().allows(me(), permission);
    }
}
