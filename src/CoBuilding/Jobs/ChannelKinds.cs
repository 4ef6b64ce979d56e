namespace CoBuilding.Jobs;

public static class ChannelKinds
{
    /// <summary>It sends to one person's address; other channels send to a group.</summary>
    public static bool IsPersonal(this ChannelKind kind) => kind is ChannelKind.Email or ChannelKind.Sms;
}
