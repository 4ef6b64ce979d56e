namespace CoBuilding.Web.Pages.Committees.Network;

internal sealed record Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double Middle => X + (Width / 2);
    public double Center => Y + (Height / 2);
}
