package com.ticketing.common.settings;

/** A setting is missing or wrong, so the application must not start. The message never contains the setting's value. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong with which setting
     * @param remedy what to do about it
     */
    public InvalidSettingException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
