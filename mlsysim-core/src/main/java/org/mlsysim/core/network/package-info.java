/**
 * Moving bytes between accelerators: what a collective costs, what a topology leaves of the links.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.network.TopologyModel}</td>
 *     <td>effective = bandwidth · beta / oversubscription</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.AllReduceAlgorithmModel}</td>
 *     <td>ring 2(N−1)/N · M/β + 2(N−1)α against tree 2⌈log₂N⌉(M/β + α)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.HierarchicalAllReduceModel}</td>
 *     <td>2(g−1)/g · M/β_in + 2(n−1)/n · (M/g)/β_out + 2(n−1)α</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.AlphaBetaModel}</td>
 *     <td>t = α + n/β, crossover n* = αβ</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.TransferLadderModel}</td>
 *     <td>t = n/β</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.BisectionModel}</td>
 *     <td>loss = 1 − 1/((1−c) + c·r)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.network.IncastModel}</td>
 *     <td>overflow = buffer / (n · sender − egress)</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.network.AlphaBetaModel}; the laws themselves are in {@link
 * org.mlsysim.physics.network}.
 */
@NullMarked
package org.mlsysim.core.network;

import org.jspecify.annotations.NullMarked;
