/**
 * What a fleet costs to own and run, where it belongs, and what its data, outages and alternatives
 * cost.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.economics.EconomicsModel}</td>
 *     <td>TCO = CapEx · T / A + CapEx · 0.05 · T / year + E_fac · price</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.PlacementOptimizer}</td>
 *     <td>min over r: TCO_r + tax · C_r</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.CarbonPricedPlacementModel}</td>
 *     <td>the same for a run of given IT energy, T = E_it / P_it</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.DedicatedBreakEvenModel}</td>
 *     <td>crossing = F / (R · (P - v) / 1e6)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.ObjectStorageBillModel}</td>
 *     <td>storage = D · s · T; egress = D · e · reads; requests = files · reads · fee / n</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.OutageCostModel}</td>
 *     <td>cost = n · rate · (T_repair + T_rollback)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.economics.ResponsibleEngineeringModel}</td>
 *     <td>k = 1 + a / epsilon; T' = T · k; d = 1 / p</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.economics.EconomicsModel}, the one TCO law; the optimizers
 * call it and add nothing but the price of carbon.
 */
@NullMarked
package org.mlsysim.core.economics;

import org.jspecify.annotations.NullMarked;
