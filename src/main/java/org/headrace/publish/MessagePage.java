package org.headrace.publish;

/** A page that says one thing, such as that there is nothing here. */
public record MessagePage(Frame frame, String title, String text) {}
