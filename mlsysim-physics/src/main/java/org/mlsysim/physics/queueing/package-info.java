/**
 * Queues in front of replicas: how long a request waits, and how long it stays.
 *
 * <table>
 *   <caption>Laws of this package</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.queueing.ErlangC}</td>
 *       <td>probability that all replicas are busy</td><td>Erlang 1917</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.queueing.WaitingTime}</td>
 *       <td>quantile of the wait, scaled by the variability of service</td>
 *       <td>Lee and Longton 1959</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.queueing.SojournTime}</td>
 *       <td>quantile of wait plus service</td><td>exact for M/M/c</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.queueing.CappedExponential}</td>
 *       <td>lengths with a known mean and a cap</td><td>maximum entropy</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.queueing.TailLatency}</td>
 *       <td>P50 and P99 of a replicated service</td><td>all of the above</td></tr>
 *   <tr><td>{@code Kingman}</td>
 *       <td>mean wait of one server from utilization and variability</td><td>Kingman 1961</td></tr>
 * </table>
 *
 * <p>Arrivals are Poisson and replicas are equal and share one queue. Times are in seconds, rates
 * in 1/s. Status: experimental.
 */
package org.mlsysim.physics.queueing;
