/**
 * Power, energy, carbon, water and heat of fleets, runs and devices.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.facility.SustainabilityModel}</td>
 *     <td>C = E_fac · CI + C_made · T / L; V = E_it · WUE</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.facility.SustainabilityModel}.
 */
@NullMarked
package org.mlsysim.core.facility;

import org.jspecify.annotations.NullMarked;
