using CoBuilding.Data;

namespace CoBuilding.Places;

/// <summary>The rows with which a room begins in a new district; new ones at each call.</summary>
public delegate IEnumerable<Tenanted> NewDistrictRows();
