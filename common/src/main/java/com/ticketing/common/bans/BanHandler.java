package com.ticketing.common.bans;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores what auth tells of bans, and has the service act on it. */
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
     * Bans and their ends come on two channels and are handled at the same time, here or in another process. So each acts
     * on the newest that is stored, and again if that has changed meanwhile: whoever acts last has acted on the newest.
     */
    void keep(UserBan ban) {
        bans.saveIfNewer(ban);
        bannedUsers.note(ban);
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
