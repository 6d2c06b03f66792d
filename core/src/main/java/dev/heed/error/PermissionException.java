package dev.heed.error;

/**
 * Somebody's role does not allow what was asked for. Nothing was looked at and nothing was changed. The message names the
 * action and the role, never the person.
 */
public final class PermissionException extends HeedException {
    private static final long serialVersionUID = 1L;
    private static final String CODE = "NOT_PERMITTED";

    private final String action;
    private final String role;

    /**
     * Names what is not allowed to whom.
     *
     * @param action what was asked for, a {@code dev.heed.people.Permission}
     * @param role the {@code dev.heed.people.Role} of who asked
     * @param remedy who may
     */
    public PermissionException(Enum<?> action, Enum<?> role, String remedy) {
        super(CODE + ": The role " + role.name() + " does not allow " + action.name() + ".", remedy, null);
        this.action = action.name();
        this.role = role.name();
    }

    /** Always {@code NOT_PERMITTED}. */
    public String code() {
        return CODE;
    }

    /** The name of what was asked for, for example {@code MARK_SPAM}. */
    public String action() {
        return action;
    }

    /** The name of the role of who asked, for example {@code TRAINEE}. */
    public String role() {
        return role;
    }
}
