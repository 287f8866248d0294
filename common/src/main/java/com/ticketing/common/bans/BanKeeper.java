package com.ticketing.common.bans;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores what auth tells of bans, and has the service act on it. */
final class BanKeeper {

    private final Bans bans;
    private final BannedUsers bannedUsers;
    private final Supplier<Stream<BanAction>> actions;

    BanKeeper(Bans bans, BannedUsers bannedUsers, Supplier<Stream<BanAction>> actions) {
        this.bans = bans;
        this.bannedUsers = bannedUsers;
        this.actions = actions;
    }

    void keep(UserBan ban) {
        bans.saveIfNewer(ban);
        bannedUsers.note(ban);
        // what is stored already may not have been acted on; what is outdated must not be
        bans.find(ban.id())
                .filter(newest -> newest.version() == ban.version())
                .ifPresent(newest -> actions.get().forEach(act(newest)));
    }

    private static Consumer<BanAction> act(UserBan ban) {
        return ban.banned() ? action -> action.onBanned(ban.id()) : action -> action.onUnbanned(ban.id());
    }
}
