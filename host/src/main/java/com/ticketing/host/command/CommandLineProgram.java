package com.ticketing.host.command;

import com.ticketing.host.settings.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeExceptionMapper;

/** Runs picocli commands with the suite's conventions for errors: one line on the error stream and an exit code. */
public final class CommandLineProgram {

    private static final int HELP_WIDTH = 110;

    private CommandLineProgram() {}

    /**
     * Parses the arguments and runs the command.
     *
     * @param program as the user calls it, for example {@code ./up}
     * @return the command's own exit code; 2 for wrong arguments, 1 for a {@link UsageException} or an unexpected
     *     failure
     */
    public static int run(String program, Callable<Integer> command, String... arguments) {
        return commandLine(program, command).execute(arguments);
    }

    /**
     * Returns the parser of a command, to which subcommands can be added. An {@link IExitCodeExceptionMapper} replaces
     * the exit code of failures, which is 1.
     */
    public static CommandLine commandLine(String program, Callable<Integer> command) {
        return configured(new CommandLine(command)).setCommandName(program);
    }

    public static void addSubcommand(CommandLine parent, String name, Callable<Integer> command) {
        parent.addSubcommand(name, configured(new CommandLine(command)));
    }

    private static CommandLine configured(CommandLine commandLine) {
        return commandLine
                // The last one wins, so that scripts can add options to those that they are given.
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((exception, given) -> {
                    CommandLine failed = exception.getCommandLine();
                    String name = failed.getCommandSpec().qualifiedName();
                    failed.getErr().println(exception.getMessage() + " (" + name + " --help shows the usage)");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    if (exception instanceof UsageException) {
                        failed.getErr().println(exception.getMessage());
                        IExitCodeExceptionMapper codes = failed.getExitCodeExceptionMapper();
                        return codes == null ? ExitCode.SOFTWARE : codes.getExitCode(exception);
                    }
                    throw exception;
                });
    }
}
