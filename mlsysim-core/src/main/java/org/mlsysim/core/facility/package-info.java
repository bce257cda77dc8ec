/**
 * Power, energy, carbon, water and heat of fleets, runs and devices.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.facility.SustainabilityModel}</td>
 *     <td>C = E_fac · CI + C_made · T / L; E_fac = P_it · T · PUE; V = E_it · WUE</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.FacilityPowerModel}</td>
 *     <td>P_fac = n · P · it_ratio · PUE</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.RunFootprintModel}</td>
 *     <td>C = H · P · it_ratio · PUE · CI; C_emb = H · C_dev / L</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.WaterUseModel}</td>
 *     <td>V = E_it · WUE</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.GridPlacementModel}</td>
 *     <td>C_k = E · CI_k · (1 - cut); spread = max CI / min CI</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.PueRetrofitModel}</td>
 *     <td>cost = P_it · (PUE_before - PUE_after) · T · price</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.EmbodiedPaybackModel}</td>
 *     <td>T = C_dev / (P · f · CI)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.ServiceLifeExtensionModel}</td>
 *     <td>reduction = 1 - short / long</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.ServingCrossoverModel}</td>
 *     <td>T = E_once / (requests · E_request)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.CascadeEnergyModel}</td>
 *     <td>saving = 1 - (E_edge + q · (E_tx + E_cloud)) / (E_tx + E_cloud)</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.DataMovementEnergyModel}</td>
 *     <td>m / c = (b · e_byte) / (f · e_flop); I* = e_byte / e_flop</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.DutyCycledPowerModel}</td>
 *     <td>P = sum over k: P_k · d_k</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.PowerTransientModel}</td>
 *     <td>dV = L · (dP / V) / t; ramp = n · dP / window</td></tr>
 *   <tr><td>{@link org.mlsysim.core.facility.CoolantFlowModel}</td>
 *     <td>m = Q / (c_p · dT); V = m / rho</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.facility.SustainabilityModel}, the footprint of a fleet; the
 * others are accounts on stated numbers and need no registry.
 */
@NullMarked
package org.mlsysim.core.facility;

import org.jspecify.annotations.NullMarked;
