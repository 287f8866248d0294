package com.ticketing.common.bans;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores bans, unbans and deletions, and runs the service's {@link BanAction}s and {@link DeletionAction}s. */
final class BanHandler {

    private final Bans bans;
    private final BannedUsers bannedUsers;
    private final Supplier<Stream<BanAction>> banActions;
    private final Supplier<Stream<DeletionAction>> deletionActions;

    BanHandler(
            Bans bans,
            BannedUsers bannedUsers,
            Supplier<Stream<BanAction>> banActions,
            Supplier<Stream<DeletionAction>> deletionActions) {
        this.bans = bans;
        this.bannedUsers = bannedUsers;
        this.banActions = banActions;
        this.deletionActions = deletionActions;
    }

    /**
     * Stores the ban if it is newer and runs the actions for the newest stored one.
     *
     * <p>Bans, unbans and deletions arrive on different channels and may be handled at the same time by two processes.
     * The actions are therefore repeated until the stored version has not changed during a run: the last run is one for
     * the newest version. A message that is handled late can be older than an entry that was already removed from
     * {@link BannedUsers}, so only the newest one is applied to them, too.
     */
    void handle(UserBan ban) {
        bans.saveIfNewer(ban);
        UserBan actedOn;
        UserBan newest = newest(ban);
        do {
            actedOn = newest;
            bannedUsers.apply(actedOn);
            act(actedOn);
            newest = newest(ban);
        } while (newest.version() != actedOn.version());
    }

    private UserBan newest(UserBan ban) {
        return bans.find(ban.id()).orElse(ban);
    }

    private void act(UserBan ban) {
        if (ban.isDeleted()) {
            deletionActions.get().forEach(action -> action.onDeleted(ban.id()));
        } else if (ban.banned()) {
            banActions.get().forEach(action -> action.onBanned(ban.id()));
        } else {
            banActions.get().forEach(action -> action.onUnbanned(ban.id()));
        }
    }
}
