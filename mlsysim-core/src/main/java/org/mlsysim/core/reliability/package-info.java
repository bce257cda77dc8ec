/**
 * A fleet over time: how often it fails, what saving and coming back cost, how jobs wait, and what
 * is left as useful work.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.reliability.ReliabilityModel}</td>
 *     <td>goodput = max(0, 1 − δ/τ − τ/(2 MTBF) − R/MTBF)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.SeriesFailureModel}</td>
 *     <td>MTBF = 1 / (n Σ count/(devices per node · MTTF))</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.FailureIntervalModel}</td>
 *     <td>interval = MTBF / N</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.CheckpointIntervalModel}</td>
 *     <td>τ = sqrt(2 δ MTBF)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.CheckpointModel}</td>
 *     <td>t = P · bytes / min(b · writers, limit), penalty = t / interval</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.TieredCheckpointModel}</td>
 *     <td>pause = C/nodes / local, drain = C / durable</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.CheckpointStormModel}</td>
 *     <td>t = state · replicas / ingest</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.RecoveryBudgetModel}</td>
 *     <td>lost = 1 d / interval · (detect + restart + reload + warm-up)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.PreemptionTaxModel}</td>
 *     <td>event = lost work + restart + reload + warm-up</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.GoodputModel}</td>
 *     <td>goodput = S · R · P</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.UtilizationLossModel}</td>
 *     <td>loss = n · rate · (healthy − degraded)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.reliability.OrchestrationModel}</td>
 *     <td>W = ρ d / (2 (1−ρ))</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.reliability.ReliabilityModel}; the laws themselves are in
 * {@link org.mlsysim.physics.reliability}.
 */
@NullMarked
package org.mlsysim.core.reliability;

import org.jspecify.annotations.NullMarked;
