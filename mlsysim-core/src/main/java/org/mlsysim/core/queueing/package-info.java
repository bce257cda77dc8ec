/**
 * Queues in front of replicas.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>resolver</th><th>law</th></tr>
 *   <tr><td>{@link org.mlsysim.core.queueing.TailLatencyModel}</td>
 *     <td>P(wait + service &gt; t) = 1 - q for c replicas under Poisson arrivals</td></tr>
 * </table>
 *
 * <p>The laws are in {@link org.mlsysim.physics.queueing}.
 */
@NullMarked
package org.mlsysim.core.queueing;

import org.jspecify.annotations.NullMarked;
