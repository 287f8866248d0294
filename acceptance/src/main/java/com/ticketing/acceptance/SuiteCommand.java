package com.ticketing.acceptance;

import com.ticketing.host.command.CommandLineProgram;
import com.ticketing.host.settings.UsageException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The parent of all commands of {@code ./suite}. */
@Command(
        description = "Checks, stress-tests and measures a running suite. Start one with ./up first.",
        footer = {
            "",
            "Use a separate data folder: the data that the commands create remains in it.",
            "Exit codes: 0 success, 1 an invariant is violated, 2 invalid arguments or no running suite, 3 unexpected failure."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SuiteCommand implements Callable<Integer> {

    private static final int UNEXPECTED_FAILURE = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    boolean help;

    private SuiteCommand() {}

    static CommandLine commandLine(Path home, Clock clock) {
        CommandLine suite = CommandLineProgram.commandLine("./suite", new SuiteCommand());
        CommandLineProgram.addSubcommand(suite, "invariants", new InvariantsCommand(new SuiteOptions(home, clock)));
        CommandLineProgram.addSubcommand(suite, "chaos", new ChaosCommand(new SuiteOptions(home, clock)));
        CommandLineProgram.addSubcommand(suite, "republish", new RepublishCommand(new SuiteOptions(home, clock)));
        CommandLineProgram.addSubcommand(suite, "rush", new RushCommand(new SuiteOptions(home, clock)));
        CommandLineProgram.addSubcommand(suite, "upgrade", new UpgradeCommand(home, clock));
        CommandLineProgram.addSubcommand(suite, "bench", new BenchCommand(new SuiteOptions(home, clock)));
        return suite.setExitCodeExceptionMapper(
                failure -> failure instanceof UsageException ? ExitCode.USAGE : UNEXPECTED_FAILURE);
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Specify a command: invariants, chaos, republish, rush, upgrade or bench");
    }
}
