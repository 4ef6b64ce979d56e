namespace CoBuilding.Web.Start;

internal enum DemoProgress
{
    Preparing,
    Failed,
}
