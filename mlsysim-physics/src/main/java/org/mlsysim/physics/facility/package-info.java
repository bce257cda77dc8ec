/**
 * Power, energy, carbon and water, from a device to the grid connection.
 *
 * <table>
 * <caption>Laws</caption>
 * <tr><th>Question</th><th>Law</th></tr>
 * <tr><td>What does a fleet use and emit over a time?</td>
 *     <td>{@link org.mlsysim.physics.facility.FleetFootprint}</td></tr>
 * <tr><td>What must the grid connection supply?</td>
 *     <td>{@link org.mlsysim.physics.facility.PowerChain}</td></tr>
 * <tr><td>What does an energy emit, and how do grids compare?</td>
 *     <td>{@link org.mlsysim.physics.facility.GridEmissions}</td></tr>
 * <tr><td>What did making the devices emit, and who is charged?</td>
 *     <td>{@link org.mlsysim.physics.facility.EmbodiedCarbon}</td></tr>
 * <tr><td>What does one run use and emit at rated power?</td>
 *     <td>{@link org.mlsysim.physics.facility.RunFootprint}</td></tr>
 * <tr><td>What does a better PUE save?</td>
 *     <td>{@link org.mlsysim.physics.facility.PueRetrofit}</td></tr>
 * <tr><td>When has serving used the energy of training?</td>
 *     <td>{@link org.mlsysim.physics.facility.ServingCrossover}</td></tr>
 * <tr><td>Is a weight dearer to fetch or to use?</td>
 *     <td>{@link org.mlsysim.physics.facility.DataMovementEnergy}</td></tr>
 * <tr><td>What do stages draw that sleep most of the time?</td>
 *     <td>{@link org.mlsysim.physics.facility.DutyCycledPower}</td></tr>
 * <tr><td>Does asking the edge first save energy?</td>
 *     <td>{@link org.mlsysim.physics.facility.CascadeEnergy}</td></tr>
 * <tr><td>How far does a rail droop, how fast does a cluster ramp?</td>
 *     <td>{@link org.mlsysim.physics.facility.PowerTransient}</td></tr>
 * <tr><td>How much coolant carries a heat?</td>
 *     <td>{@link org.mlsysim.physics.facility.CoolantFlow}, {@link
 *     org.mlsysim.physics.facility.Coolant}</td></tr>
 * <tr><td>How long is a year?</td>
 *     <td>{@link org.mlsysim.physics.facility.AccountingCalendar}</td></tr>
 * </table>
 *
 * <p>Units are W, J, kg CO2e, L, s and USD; carbon intensity is kg/J and water usage effectiveness
 * L/J. A result of NaN means that the quantity has no value, and its law says when.
 *
 * <p>Start at {@link org.mlsysim.physics.facility.FleetFootprint}: it strings the other laws
 * together. A new law is a method of the class of its family, or a class with a row above.
 *
 * <p>Status: experimental.
 *
 * @since 0.1.0
 */
package org.mlsysim.physics.facility;
