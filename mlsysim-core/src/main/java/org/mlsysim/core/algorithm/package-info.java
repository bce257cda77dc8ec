/**
 * What the choice of an algorithm asks of a machine: kernels, reasoning, compression, scale.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>resolver</th><th>law</th></tr>
 *   <tr><td>{@link org.mlsysim.core.algorithm.EfficiencyModel}</td>
 *     <td>mfu = min(share of the class · efficiency / 0.5, cap)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.algorithm.InferenceScalingModel}</td>
 *     <td>T = ttft + sum over i &lt; 50 K of step(context + i)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.algorithm.CompressionModel}</td>
 *     <td>ratio = 8 b_0 / bits; 1 / (1 - sparsity)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.algorithm.ScalingModel}</td>
 *     <td>C = 6 P D, P* = sqrt(C / 120)</td></tr>
 * </table>
 *
 * <p>{@link org.mlsysim.core.algorithm.CompressionSweep} holds ways to compress a model against
 * guards. The laws are in {@link org.mlsysim.physics.algorithm}.
 */
@NullMarked
package org.mlsysim.core.algorithm;

import org.jspecify.annotations.NullMarked;
