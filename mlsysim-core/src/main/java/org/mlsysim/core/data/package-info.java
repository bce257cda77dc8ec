/**
 * Feeding the accelerator: demand against supply of data, and what preprocessing and slow reads
 * cost.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.data.DataModel}</td>
 *     <td>ρ = demand / min(storage, link)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.data.TransformationModel}</td>
 *     <td>t = batch · sample / throughput</td></tr>
 *   <tr><td>{@link org.mlsysim.core.data.InputDemandModel}</td>
 *     <td>demand = consumers · batch / step · busy</td></tr>
 *   <tr><td>{@link org.mlsysim.core.data.DataStallModel}</td>
 *     <td>stall = io/(io + c), or (max(c, io) − c)/max(c, io)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.data.PrefetchDepthModel}</td>
 *     <td>depth = ⌈latency / compute⌉</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.data.DataModel}; the laws themselves are in {@link
 * org.mlsysim.physics.data}.
 */
@NullMarked
package org.mlsysim.core.data;

import org.jspecify.annotations.NullMarked;
