/**
 * JSON and YAML texts as wire trees and back, strictly: nothing is coerced, doubled or guessed, and
 * every finding has its line and column.
 */
@NullMarked
package org.mlsysim.runtime.document;

import org.jspecify.annotations.NullMarked;
