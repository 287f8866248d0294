package com.ticketing.host.settings;

import java.nio.file.Path;

/** Another suite uses the data folder. */
public final class DataFolderInUseException extends UsageException {

    private static final long serialVersionUID = 1;

    DataFolderInUseException(Path folder) {
        super("Another ./up uses the data folder " + folder + "; stop it, or choose another folder with --data");
    }
}
