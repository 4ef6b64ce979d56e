using CoBuilding.Data;

namespace CoBuilding.Access;

internal static class AccessRules
{
    public static RuleBroken WrongPassword() => new("Access.WrongPassword", "CurrentPassword");

    public static RuleBroken WrongTooOften() => new("Access.WrongTooOften");

    public static RuleBroken PasswordIsCommon() => new("Access.PasswordIsCommon", "Password");

    public static RuleBroken PasswordIsName() => new("Access.PasswordIsName", "Password");

    public static RuleBroken AboveOwn() => new("Access.AboveOwn", "Role");

    public static RuleBroken NeedsUnit() => new("Access.NeedsUnit", "UnitId");

    public static RuleBroken OwnAuditor() => new("Access.OwnAuditor", "Role");

    public static RuleBroken OwnClosing() => new("Access.OwnClosing");
}
