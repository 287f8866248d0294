package com.ticketing.planted.unmarked;

/** Has no package-info beside it. */
public class Unmarked {}
