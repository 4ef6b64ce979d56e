namespace CoBuilding.Web.Start;

/// <summary>Marks endpoints whose requests are not logged.</summary>
internal sealed class AssetEndpoint;
