package org.headrace.filter;

/**
 * Why a value of a rule cannot be used.
 *
 * @param words what is wrong, for the operator
 * @param at where in the value, counted from 0
 * @param length how many characters from there are meant; at least 1
 */
public record TermFault(String words, int at, int length) {}
