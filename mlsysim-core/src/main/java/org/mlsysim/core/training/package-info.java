/**
 * Training, whatever it runs on: what a device must hold, how long a run takes, and what every
 * resolver of training asks of its inputs.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.training.TrainingMemoryModel}</td>
 *     <td>need = weights + gradients + optimizer + activations + buffers</td></tr>
 *   <tr><td>{@link org.mlsysim.core.training.TrainingStateModel}</td>
 *     <td>16 P = 2 P weights + 2 P gradients + 4 P master copy + 8 P moments</td></tr>
 *   <tr><td>{@link org.mlsysim.core.training.ZeroShardingModel}</td>
 *     <td>W + G + O; W + G + O/n; W + (G + O)/n; (W + G + O)/n</td></tr>
 *   <tr><td>{@link org.mlsysim.core.training.TrainingRunModel}</td>
 *     <td>t = 6 P_a D / (n peak eta_local eta_scaling) (1 + o_1) (1 + o_2) …</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.training.TrainingMemoryModel}; the time of a step is {@link
 * org.mlsysim.core.node.SingleNodeModel} on one device and {@link
 * org.mlsysim.core.distributed.DistributedModel} on a fleet.
 */
@NullMarked
package org.mlsysim.core.training;

import org.jspecify.annotations.NullMarked;
