/**
 * What can go wrong, as one small family of exceptions with stable codes.
 *
 * <p>Bad input and unknown names are the caller's, composition is the pipeline author's, plugin
 * failures are the plugin's, and {@link org.mlsysim.api.error.InternalException} is ours. An
 * infeasible design is no error: it is a result with its reason.
 */
@NullMarked
package org.mlsysim.api.error;

import org.jspecify.annotations.NullMarked;
