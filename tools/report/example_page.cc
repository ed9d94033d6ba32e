// Prints the page of the example review, for a browser to look at.

#include <iostream>

#include "tools/report/example_report.h"
#include "tools/report/review_html.h"

int main()
{
    std::cout << laio::ReviewHtml(laio::ExampleSeries());
}
