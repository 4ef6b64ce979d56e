using System.Globalization;
using System.Reflection;
using Xunit.v3;

[assembly: CoBuilding.Tests.House.InChinese]

namespace CoBuilding.Tests.House;

/// <summary>Tests run in Chinese, independent of the machine's language.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InChineseAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => CultureInfo.CurrentUICulture = TestDistrict.Chinese;
}
