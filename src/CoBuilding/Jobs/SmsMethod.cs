namespace CoBuilding.Jobs;

public enum SmsMethod
{
    Post,
    Get,
}
