/** What a pipeline tells while it runs: a listener with default methods and one record an event. */
@NullMarked
package org.mlsysim.api.listener;

import org.jspecify.annotations.NullMarked;
