using CoBuilding.Access;

namespace CoBuilding.Tests.Access;

public class CommonPasswordsTests
{
    [Fact]
    public void The_list_of_common_passwords_holds_what_the_rule_of_length_lets_pass()
    {
        var list = CommonPasswords.Read().ToList();
        Assert.True(list.Count > 15_000);
        Assert.All(list, p => Assert.True(p.Length >= 10 && p == p.ToLowerInvariant() && !p.Contains(' ', StringComparison.Ordinal), p));
    }
}
