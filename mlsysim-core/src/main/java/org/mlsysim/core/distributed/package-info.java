/**
 * Training on many accelerators: the step of a fleet, its best split, and the exchanges it consists
 * of.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.distributed.DistributedModel}</td>
 *     <td>t = (replica + tp + ep + exposed cp, pp and dp + bubble) straggler</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.ParallelismOptimizer}</td>
 *     <td>max mfu(tp, pp, ep, cp, m) over all valid layouts whose state fits</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.ParallelLayoutModel}</td>
 *     <td>t = compute/(1-b) + allreduce - hidden, b = (p-1)/(m+p-1)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.DataParallelScaleOutModel}</td>
 *     <td>update = a step + 2(d-1)/d G/beta_in + 2(n-1)/n (G/d)/beta_out</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.GradientSyncModel}</td>
 *     <td>share = c / (c + 2 G / beta)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.CommunicationIntensityModel}</td>
 *     <td>I = 2 G / (6 P_a D) against beta / peak</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.OverlapBudgetModel}</td>
 *     <td>t = L b + c + (L-1) max(0, c - b)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.TensorParallelCommModel}</td>
 *     <td>t = compute + c L 2(t-1)/t (mb S h 2 B) / beta</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.TensorParallelLayerModel}</td>
 *     <td>2 (P_a / L) T / t / (peak eta) against c T h 2 B 2(t-1)/t / beta</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.MoERoutingModel}</td>
 *     <td>P_eff = min(P, P_a + (P - P_a)/(E - k) (e - k)), e = min(E, k i)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.distributed.AllToAllDispatchModel}</td>
 *     <td>send = alpha + (N-1) floor(floor(T/N)/N) h b / beta</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.distributed.DistributedModel}, the one law of a step; the
 * optimizer prices every candidate with it. The others look at one exchange alone, from stated
 * rates instead of a fleet.
 */
@NullMarked
package org.mlsysim.core.distributed;

import org.jspecify.annotations.NullMarked;
