package com.ticketing.planted.unmarked;

/** Resides in a package without a package-info. */
public class Unmarked {}
