using CoBuilding.Texts;

namespace CoBuilding.Jobs;

[TextsIn("Jobs")]
public enum SmsMethod
{
    Post,
    Get,
}
