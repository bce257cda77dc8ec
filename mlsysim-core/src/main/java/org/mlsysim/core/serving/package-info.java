/**
 * Serving language models: how fast tokens come, how many requests fit, how many replicas it takes,
 * and the planners of the KV cache.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><th>resolver</th><th>law</th></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.ServingModel}</td>
 *     <td>TTFT and ITL by roofline, chunked, disaggregated, speculative</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.ContinuousBatchingModel}</td>
 *     <td>N_paged = floor(M / (k p E[ceil(S / p)])), throughput = N / step(N)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.ServingCapacityModel}</td>
 *     <td>smallest r with base + P99 wait(r) &le; target</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.BatchingOptimizer}</td>
 *     <td>max b with fill + P99 &le; SLA</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.WeightStreamingModel}</td>
 *     <td>T_layer = max(touched / L / link, B x + dispatch)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.DecodeBoundModel}</td>
 *     <td>t_c = 2 P_a B / tp / F, t_m = touched(B) / tp / bandwidth</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.ChunkedPrefillModel}</td>
 *     <td>T(N) = max(weight read, 2 P N / R)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.PrefixRebuildModel}</td>
 *     <td>rebuild / max(weight read + state read, suffix / R)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.KvAdmissionModel}</td>
 *     <td>floor((n hbm - weights - reserve) / (context kv))</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.KvAttentionDesignModel}</td>
 *     <td>2 L n_kv d b; latent L (r + d_rope) b</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.KvBlockSharingModel}</td>
 *     <td>residents by blocks, rate = residents / stay</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.PagedAllocationModel}</td>
 *     <td>E = p (1 - e^(-K p / mu)) / (1 - e^(-p / mu))</td></tr>
 *   <tr><td>{@link org.mlsysim.core.serving.PrecisionDividendModel}</td>
 *     <td>floor((hbm - W / tp) / (kv / min(tp, kv heads)))</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.serving.ServingModel}; the laws are in {@link
 * org.mlsysim.physics.serving}.
 */
@NullMarked
package org.mlsysim.core.serving;

import org.jspecify.annotations.NullMarked;
