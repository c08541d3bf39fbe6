/**
 * What people know about one site: rules in the FiveFilters form and the short rules of a source.
 * Hides how they are found, read and held against what the extractor finds by itself. Pure, but for
 * reading the files of rules.
 */
@org.jspecify.annotations.NullMarked
package org.headrace.extract.site;
