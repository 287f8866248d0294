package com.ticketing.common.bans;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores bans and unbans, and runs the service's {@link BanAction}s. */
final class BanHandler {

    private final Bans bans;
    private final BannedUsers bannedUsers;
    private final Supplier<Stream<BanAction>> actions;

    BanHandler(Bans bans, BannedUsers bannedUsers, Supplier<Stream<BanAction>> actions) {
        this.bans = bans;
        this.bannedUsers = bannedUsers;
        this.actions = actions;
    }

    /**
     * Stores the ban if it is newer and runs the actions for the newest stored one.
     *
     * <p>Bans and unbans arrive on two channels and may be handled at the same time by two processes. The actions are
     * therefore repeated until the stored version has not changed during a run: the last run is one for the newest
     * version.
     */
    void handle(UserBan ban) {
        bans.saveIfNewer(ban);
        bannedUsers.apply(ban);
        UserBan actedOn;
        UserBan newest = newest(ban);
        do {
            actedOn = newest;
            actions.get().forEach(act(actedOn));
            newest = newest(ban);
        } while (newest.version() != actedOn.version());
    }

    private UserBan newest(UserBan ban) {
        return bans.find(ban.id()).orElse(ban);
    }

    private static Consumer<BanAction> act(UserBan ban) {
        return ban.banned() ? action -> action.onBanned(ban.id()) : action -> action.onUnbanned(ban.id());
    }
}
