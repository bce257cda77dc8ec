/**
 * Queues: how long work waits for a server.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>resolver</th><th>law</th></tr>
 *   <tr><td>{@link org.mlsysim.core.queueing.TailLatencyModel}</td>
 *     <td>P(wait + service &gt; t) = 1 - q for c replicas under Poisson arrivals</td></tr>
 *   <tr><td>{@link org.mlsysim.core.queueing.KingmanQueueModel}</td>
 *     <td>W = S · (c_a + c_s) / 2 · rho / (1 - rho)</td></tr>
 * </table>
 *
 * <p>The laws are in {@link org.mlsysim.physics.queueing}.
 */
@NullMarked
package org.mlsysim.core.queueing;

import org.jspecify.annotations.NullMarked;
