/**
 * One question, three levels: does it fit, how fast is it, what does it cost.
 *
 * <p>{@link org.mlsysim.core.evaluation.SystemEvaluator} prices a workload on a system and answers
 * a {@link org.mlsysim.core.evaluation.Scorecard}; a level says what physics says, targets are
 * assertions.
 */
@NullMarked
package org.mlsysim.core.evaluation;

import org.jspecify.annotations.NullMarked;
