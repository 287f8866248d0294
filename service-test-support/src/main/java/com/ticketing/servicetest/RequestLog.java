package com.ticketing.servicetest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Records the lines of level INFO and above that the threads of requests log. */
final class RequestLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    RequestLog() {
        start();
        root().addAppender(this);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO) && isOfRequest(event.getThreadName())) {
            events.add(event);
        }
    }

    private static boolean isOfRequest(String thread) {
        return thread.contains("tomcat-handler") || thread.contains("-exec-");
    }

    /** Returns the lines since the last call, with those of stack traces. */
    List<String> take() {
        List<String> lines = events.stream().flatMap(RequestLog::lines).toList();
        events.clear();
        return lines;
    }

    private static Stream<String> lines(ILoggingEvent event) {
        return Stream.concat(
                Stream.of(event.getLoggerName() + " " + event.getFormattedMessage()),
                event.getThrowableProxy() == null
                        ? Stream.empty()
                        : ThrowableProxyUtil.asString(event.getThrowableProxy()).lines());
    }

    @Override
    public void close() {
        root().detachAppender(this);
    }
}
