package com.ticketing.common.settings;

/**
 * Ends the start of the application because a setting is missing or invalid. The message must not contain the value.
 */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Creates the exception.
     *
     * @param message names the setting and the problem
     * @param remedy states how to fix it
     */
    public InvalidSettingException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
